import { View } from '@tarojs/components'
import { now, spokenMoment } from '../../platform/spoken'
import { Cell, Empty, Icon, Loaded, More, Screen } from '../../ui'
import '../identity.css'
import { useLooks } from '../use-desk'
import { roleNames, deskWords as words } from '../words'

/** Who of staff has opened my cases. */
export default function LooksPage() {
  const { first, pages, more, busy } = useLooks()
  const at = now()
  return (
    <Screen title={words.looks}>
      <Loaded query={first} empty={<Empty title={words.noLooks} text={words.noLooksText} icon="person" />}>
        {() => (
          <>
            {pages
              .flatMap(({ looks }) => looks)
              .map(({ at: when, office, number, who, about, caseId, name }) => (
                <Cell
                  key={`${when} ${number} ${caseId} ${about}`}
                  title={name}
                  note={[
                    words.looked[about],
                    office === 'delegate'
                      ? words.family(who ?? number)
                      : words.looker(roleNames[office], number),
                    spokenMoment(when, at),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                  lead={<Icon name="person" />}
                />
              ))}
            <More more={more} busy={busy} />
            <View className="identity-quiet">{words.looksWhy}</View>
          </>
        )}
      </Loaded>
    </Screen>
  )
}
