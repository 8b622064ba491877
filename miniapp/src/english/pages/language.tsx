import { useState } from 'react'
import { type Language, language, tags } from '../../platform/language'
import { goHome } from '../../platform/route'
import { chooseLanguage } from '../../platform/use-language'
import { Cell, Group, Icon, Notice, Screen } from '../../ui'
import { words } from '../words'

const languages: readonly Language[] = ['en', 'zh']

/** The door for who reads another language; its address may stand on a poster. */
export default function LanguagePage() {
  const [failed, setFailed] = useState(false)
  const choose = async (next: Language) => {
    setFailed(false)
    if (await chooseLanguage(next)) await goHome()
    else setFailed(true)
  }
  return (
    <Screen title={words.title} door>
      {failed && <Notice tone="danger">{words.failed}</Notice>}
      <Group role="menu" label={words.title}>
        {languages.map(one => (
          <Cell
            key={one}
            title={words[one].name}
            note={words[one].note}
            lang={tags[one]}
            selected={one === language()}
            aside={one === language() && <Icon name="check" />}
            onTap={() => choose(one)}
          />
        ))}
      </Group>
    </Screen>
  )
}
