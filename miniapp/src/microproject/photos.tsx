import { Image, View } from '@tarojs/components'
import type { Photo } from '@yike/shared/microproject/schema'
import { lookAt } from '../platform/picture/phone'
import { Tap } from '../ui'
import './photos.css'
import { photoWords, words } from './words'

/** The photos of a request, each with what became of it. A tap opens one in full. */
export function Photos({ photos = [] }: { photos?: readonly Photo[] | undefined }) {
  if (photos.length === 0) return null
  return (
    <View className="microproject-photos">
      {photos.map(({ photoId, url, state }, i) => (
        <View key={photoId} className="microproject-photos__one">
          {url ? (
            <Tap
              className="microproject-photos__frame"
              label={words.photoLook(i + 1)}
              onTap={() => lookAt(url)}
            >
              <Image
                className="microproject-photos__picture"
                src={url}
                mode="aspectFill"
                // The button around it has the name.
                nativeProps={{ alt: '' }}
              />
            </Tap>
          ) : (
            <View className="microproject-photos__frame" />
          )}
          {photoWords[state] && <View className="microproject-photos__state">{photoWords[state]}</View>}
        </View>
      ))}
    </View>
  )
}
