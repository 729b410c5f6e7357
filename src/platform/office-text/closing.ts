/** Recipients and signatures: what follows the body, up to an appendix. */
export function isClosingLine(text: string): boolean {
  return (
    /^Nơi nhận\s*:/iu.test(text) ||
    /^(?:TM\.|KT\.|TL\.|TUQ\.|T\/M|K\/T)\s/u.test(text) ||
    /^(?:CHỦ TỊCH|PHÓ CHỦ TỊCH|TRƯỞNG PHÒNG|GIÁM ĐỐC|BÍ THƯ)$/u.test(text)
  )
}

/** A table without lines in which recipients stand beside the signature. */
export function isRecipients(tableText: string): boolean {
  return /^Nơi nhận\s*:/imu.test(tableText)
}
