import './messages.table.ts'

export type { Message, MessageKind } from './message.ts'
export { MessageList } from './message-list.tsx'
export { addMessage, eraseMessages, lastMessageAt, listMessages, type NewMessage } from './message-repository.ts'
