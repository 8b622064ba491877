import { LONGEST, type Picture, type PictureForm, QUALITIES, SMALL_BYTES, TIMEOUT_MS } from './types'

/** The browser's own question for files; a phone offers its camera too. */
const chosenFiles = (): Promise<File[]> =>
  new Promise(resolve => {
    const input = Object.assign(document.createElement('input'), {
      type: 'file',
      accept: 'image/*',
      multiple: true,
    })
    input.onchange = () => resolve([...(input.files ?? [])])
    input.oncancel = () => resolve([])
    input.click()
  })

/** Drawn anew: what the camera wrote beside the picture stays behind, and it stands upright. */
async function drawn(file: File, quality: number): Promise<Blob | null> {
  const picture = await createImageBitmap(file)
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  const pen = canvas.getContext('2d')
  if (!pen) return null
  // JPEG knows no transparency: without this it is black.
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return new Promise(resolve => canvas.toBlob(resolve, 'image/jpeg', quality / 100))
}

const textOf = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(blob)
  })

async function ready(file: File): Promise<Picture | null> {
  for (const quality of QUALITIES) {
    const blob = await drawn(file, quality).catch(() => null)
    if (!blob) return null
    if (blob.size <= SMALL_BYTES) return { path: await textOf(blob), type: 'image/jpeg', bytes: blob.size }
  }
  return null
}

/** At most so many pictures, made ready; null stands for one that is none. */
export async function choosePictures(most: number): Promise<(Picture | null)[]> {
  const files = await chosenFiles()
  return Promise.all(files.slice(0, most).map(ready))
}

/** False: it did not arrive. */
export async function sendPicture({ path }: Picture, { url, fields }: PictureForm): Promise<boolean> {
  try {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    form.append('file', await (await fetch(path)).blob(), 'photo.jpg')
    const reply = await fetch(url, { method: 'POST', body: form, signal: AbortSignal.timeout(TIMEOUT_MS) })
    return reply.ok
  } catch {
    return false
  }
}

/** Opens a picture in full. */
export const lookAt = (url: string): void => {
  window.open(url, '_blank', 'noopener')
}
