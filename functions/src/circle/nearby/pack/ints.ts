/** Lists of whole numbers: each begins with its length, then the differences from one to the next, in seven bits a byte. */

export const writeInts = (lists: readonly (readonly number[] | Int32Array)[]): Uint8Array => {
  let bytes = new Uint8Array(4096)
  let size = 0
  const put = (value: number): void => {
    if (size + 10 > bytes.length) {
      const larger = new Uint8Array(bytes.length * 2)
      larger.set(bytes)
      bytes = larger
    }
    let rest = value
    while (rest > 127) {
      bytes[size++] = (rest % 128) + 128
      rest = Math.floor(rest / 128)
    }
    bytes[size++] = rest
  }
  for (const list of lists) {
    put(list.length)
    let before = 0
    for (const value of list) {
      const step = value - before
      put(step >= 0 ? step * 2 : -step * 2 - 1)
      before = value
    }
  }
  return bytes.subarray(0, size)
}

export class IntReader {
  private at = 0

  constructor(private readonly bytes: Uint8Array) {}

  next(): number[] {
    const length = this.take()
    const list = new Array<number>(length)
    let before = 0
    for (let index = 0; index < length; index++) {
      const step = this.take()
      before += step % 2 === 0 ? step / 2 : -(step + 1) / 2
      list[index] = before
    }
    return list
  }

  private take(): number {
    let value = 0
    let scale = 1
    for (;;) {
      const byte = this.bytes[this.at++] ?? 0
      value += (byte % 128) * scale
      if (byte < 128) return value
      scale *= 128
    }
  }
}
