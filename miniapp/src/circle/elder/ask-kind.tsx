import { placeKinds } from '@yike/shared/circle/schema'
import { open } from '../../platform/route'
import { Answer, Question, Screen } from '../../ui'
import { kindIcons, kindNames, words } from '../words'

/** 长辈版 asks what is looked for before it lists anything. */
export const AskKind = () => (
  <Screen>
    <Question>{words.askKind}</Question>
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
