import './messages.table.ts'

export { filerKinds, type Message, type MessageKind, messageKinds } from './message.ts'
export { MessageList } from './message-list.tsx'
export { addMessage, eraseMessage, listMessages, type NewMessage } from './message-repository.ts'
export { text as messagesText } from './text.ts'
