/** A picture that was made ready: small enough, and without where and when it was taken. */
export interface Picture {
  /** Where the phone finds it again, also after it was closed. */
  path: string
  type: 'image/jpeg' | 'image/png'
  bytes: number
}

/** Where a picture is to be posted, and with what beside it. */
export interface PictureForm {
  url: string
  fields: Readonly<Record<string, string>>
}

/** Pixels of the longer side: enough to read a house number. */
export const LONGEST = 1600
/** How much of a JPEG's quality is kept, tried in turn until it is small enough. */
export const QUALITIES = [80, 60, 40]
export const SMALL_BYTES = 1024 * 1024
export const TIMEOUT_MS = 60_000
