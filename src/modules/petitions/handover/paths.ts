export const HANDOVER = '/lam-viec/ban-giao'
