// Loaded into the server by the launcher: when the launcher is gone, the server stops in order.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
