import Taro from '@tarojs/taro'
import { barePhoto } from '@yike/shared/microproject/rules'
import { ifPossible } from '../runtime'
import { files as kept } from '../storage'
import { LONGEST, type Picture, type PictureForm, QUALITIES, SMALL_BYTES, TIMEOUT_MS } from './types'

const files = () => Taro.getFileSystemManager()

const bytesOf = (path: string): Uint8Array => new Uint8Array(files().readFileSync(path) as ArrayBuffer)

/** Smaller in pixels where it is too large, and in quality; a PNG stays as it is where the phone cannot. */
async function smaller(src: string, quality: number): Promise<string> {
  const { width, height } = await Taro.getImageInfo({ src })
  const scale = LONGEST / Math.max(width, height)
  const { tempFilePath } = await Taro.compressImage({
    src,
    quality,
    ...(scale < 1 && { compressedWidth: Math.round(width * scale) }),
  })
  return tempFilePath
}

/** What the camera wrote beside the picture is taken away before it leaves the phone: WeChat's compressing may keep it. */
async function ready(src: string): Promise<Picture | null> {
  for (const quality of QUALITIES) {
    const photo = barePhoto(bytesOf(await smaller(src, quality).catch(() => src)))
    if (!photo) return null
    const { type, bytes } = photo
    if (bytes.length > SMALL_BYTES) continue
    const path = kept.path(type === 'image/png' ? 'png' : 'jpg')
    files().writeFileSync(path, bytes.slice().buffer)
    return { path, type, bytes: bytes.length }
  }
  return null
}

/** At most so many pictures, made ready; null stands for one that is none. WeChat asks for consent before; a no is none. */
export async function choosePictures(most: number): Promise<(Picture | null)[]> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: most,
      mediaType: ['image'],
      sizeType: ['compressed'],
      sourceType: ['camera', 'album'],
    })
    return await Promise.all(tempFiles.map(({ tempFilePath }) => ready(tempFilePath).catch(() => null)))
  } catch {
    return []
  }
}

/** False: it did not arrive. */
export async function sendPicture({ path }: Picture, { url, fields }: PictureForm): Promise<boolean> {
  try {
    const { statusCode } = await Taro.uploadFile({
      url,
      filePath: path,
      name: 'file',
      formData: { ...fields },
      timeout: TIMEOUT_MS,
    })
    return statusCode >= 200 && statusCode < 300
  } catch {
    return false
  }
}

/** Opens a picture in full. */
export const lookAt = (url: string): void => {
  ifPossible(() => Taro.previewImage({ urls: [url] }))
}
