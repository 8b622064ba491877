import { View } from '@tarojs/components'
import { useComfort } from '../../platform/comfort'
import { open, useParams } from '../../platform/route'
import { Answer, Loaded, More, Screen, Section, Stack } from '../../ui'
import { ElderGrants } from '../elder/grants'
import { GrantLine } from '../grant-line'
import '../identity.css'
import { useGrants } from '../use-grant'
import { grantWords as words } from '../words/grant'

/** Who may act for me, for whom I act, and how either begins. */
export default function GrantsPage() {
  const { elder } = useComfort()
  const { side } = useParams()
  if (elder)
    return (
      <Screen>
        <ElderGrants side={side} />
      </Screen>
    )
  return (
    <Screen title={words.title}>
      <Stack>
        <View>{words.how}</View>
        <Answer
          kind="next"
          icon="people"
          title={words.offer}
          onTap={() => open('/identity/pages/grant-offer')}
        />
        <Answer icon="ticket" title={words.enter} onTap={() => open('/identity/pages/grant-take')} />
      </Stack>
      <Side side="given" title={words.given} none={words.noneGiven} />
      <Side side="held" title={words.held} none={words.noneHeld} />
    </Screen>
  )
}

interface SideProps {
  side: 'given' | 'held'
  title: string
  none: string
}

function Side({ side, title, none }: SideProps) {
  const { first, pages, more, busy } = useGrants(side)
  return (
    <Section title={title}>
      <Loaded query={first} empty={<View className="identity-quiet">{none}</View>}>
        {() => (
          <>
            {pages
              .flatMap(({ grants }) => grants)
              .map(grant => (
                <GrantLine key={grant.grantId} grant={grant} />
              ))}
            <More more={more} busy={busy} />
          </>
        )}
      </Loaded>
    </Section>
  )
}
