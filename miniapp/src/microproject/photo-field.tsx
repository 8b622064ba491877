import { Image, View } from '@tarojs/components'
import { MOST_PHOTOS } from '@yike/shared/microproject/schema'
import { Button, Section, Tap } from '../ui'
import './photos.css'
import type { usePhotos } from './use-photos'
import type { DraftPhoto } from './view'
import { words } from './words'

interface PhotoFieldProps {
  photos: readonly DraftPhoto[]
  of: ReturnType<typeof usePhotos>
}

/** Up to three photos of what is meant; they leave the phone when the request does. */
export function PhotoField({ photos, of }: PhotoFieldProps) {
  return (
    <Section title={words.photos}>
      <View className="microproject-photos__note">{words.photosNote}</View>
      {photos.length > 0 && (
        <View className="microproject-photos">
          {photos.map((photo, i) => (
            <View key={photo.photoId ?? photo.picture?.path} className="microproject-photos__one">
              <View className="microproject-photos__frame">
                <Image
                  className="microproject-photos__picture"
                  src={photo.picture?.path ?? photo.url ?? ''}
                  mode="aspectFill"
                  nativeProps={{ alt: `${words.photos} ${i + 1}` }}
                />
              </View>
              <Tap
                className="microproject-photos__remove"
                label={words.photoRemoveLabel(i + 1)}
                disabled={of.busy}
                onTap={() => of.remove(photo)}
              >
                {words.photoRemove}
              </Tap>
            </View>
          ))}
        </View>
      )}
      {photos.length < MOST_PHOTOS && (
        <View className="microproject-photos__add">
          <Button kind="calm" busy={of.busy} onTap={of.choose}>
            {words.photosAdd}
          </Button>
        </View>
      )}
    </Section>
  )
}
