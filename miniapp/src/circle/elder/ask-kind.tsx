import { placeKinds } from '@yike/shared/circle/schema'
import { open } from '../../platform/route'
import { Answer, Question, Screen } from '../../ui'
import { kindIcons, kindNames, words } from '../words'
import { elderWords } from '../words/elder'

/** 长辈版 asks what is looked for before it lists anything: by its name, among what was kept, on a map, or by its kind. */
export const AskKind = () => (
  <Screen>
    <Question>{words.askKind}</Question>
    <Answer
      kind="next"
      icon="search"
      title={elderWords.search}
      note={words.searchExample}
      onTap={() => open('/circle/pages/list', { search: '' })}
    />
    <Answer
      icon="star"
      title={elderWords.kept}
      onTap={() => open('/circle/pages/list', { favourites: '1' })}
    />
    <Answer icon="map" title={words.map} note={words.mapTitle} onTap={() => open('/circle/pages/map')} />
    {placeKinds.map(kind => (
      <Answer
        key={kind}
        icon={kindIcons[kind]}
        title={kindNames[kind]}
        onTap={() => open('/circle/pages/list', { kind })}
      />
    ))}
  </Screen>
)
