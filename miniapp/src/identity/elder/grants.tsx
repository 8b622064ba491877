import { open } from '../../platform/route'
import { spokenList } from '../../platform/spoken'
import { Answer, Empty, Facts, Few, Loaded, Question } from '../../ui'
import { saidOf } from '../grant-line'
import { useGrants } from '../use-grant'
import { grantWords as words } from '../words/grant'

const GRANTS = '/identity/pages/grants'

/** 长辈版: what a relative may be let do; those who do so already, and for whom I do it, have a page each. */
export function ElderGrants({ side }: { side: string | undefined }) {
  if (side === 'given' || side === 'held') return <Side side={side} />
  return (
    <>
      <Question>{words.title}</Question>
      <Facts>{[words.how]}</Facts>
      <Answer
        kind="next"
        icon="people"
        title={words.offer}
        onTap={() => open('/identity/pages/grant-offer')}
      />
      <Answer icon="ticket" title={words.enter} onTap={() => open('/identity/pages/grant-take')} />
      <Answer icon="person" title={words.given} onTap={() => open(GRANTS, { side: 'given' })} />
      <Answer icon="person" title={words.held} onTap={() => open(GRANTS, { side: 'held' })} />
    </>
  )
}

function Side({ side }: { side: 'given' | 'held' }) {
  const { first, pages, more, busy } = useGrants(side)
  return (
    <>
      <Question>{words[side]}</Question>
      <Loaded
        query={first}
        empty={<Empty title={side === 'given' ? words.noneGiven : words.noneHeld} icon="people" />}
      >
        {() => (
          <Few of={pages.flatMap(({ grants }) => grants)} more={more} busy={busy}>
            {grant => {
              const { title, note } = saidOf(grant)
              return (
                <Answer
                  key={grant.grantId}
                  icon="person"
                  title={title}
                  note={spokenList(words.states[grant.state], note)}
                  onTap={() => open('/identity/pages/grant', { grantId: grant.grantId })}
                />
              )
            }}
          </Few>
        )}
      </Loaded>
    </>
  )
}
