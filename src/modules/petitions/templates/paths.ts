export const TEMPLATES = '/lam-viec/mau-tra-loi'
