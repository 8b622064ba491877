import { spokenOffering } from '@yike/shared/booking/rules/naming'
import type { TeamBooking } from '@yike/shared/booking/schema/team'
import { useComfort } from '../../platform/comfort'
import { open, useParams } from '../../platform/route'
import { now, spokenList, spokenMoment } from '../../platform/spoken'
import { Answer, Cell, Empty, Few, Loaded, More, Question, Screen, Tag } from '../../ui'
import { needing } from '../../ui/needing'
import { useOfTeam } from '../use-booking'
import { stateWord } from '../view'
import { words } from '../words'

/** What is booked for a team that I am in, by whom. A ticket opens to who booked it and who leads the team. */
function TeamBookingsPage() {
  const { teamId = '', name = '' } = useParams()
  const { elder } = useComfort()
  const { first, pages, more, busy } = useOfTeam(teamId)
  const at = now()
  const list = pages.flatMap(page => page.bookings)
  const title = words.ofTeam(name)
  const tap = ({ bookingId, mayOpen }: TeamBooking) =>
    mayOpen ? () => open('/booking/pages/ticket', { bookingId }) : undefined
  const empty = <Empty title={words.ofTeamNone} text={words.ofTeamNoneText} icon="ticket" />
  return (
    <Screen title={elder ? undefined : title}>
      {elder && <Question>{title}</Question>}
      <Loaded query={first} empty={empty}>
        {() =>
          elder ? (
            <Few of={list} more={more} busy={busy}>
              {one => (
                <Answer
                  key={one.bookingId}
                  icon="ticket"
                  title={spokenOffering(one)}
                  note={spokenList(
                    spokenMoment(one.startAt, at),
                    words.bookedBy(one.who),
                    stateWord(one, at).word,
                  )}
                  disabled={!one.mayOpen}
                  onTap={() => tap(one)?.()}
                />
              )}
            </Few>
          ) : (
            <>
              {list.map(one => {
                const { word, tone } = stateWord(one, at)
                return (
                  <Cell
                    key={one.bookingId}
                    title={spokenOffering(one)}
                    note={spokenList(spokenMoment(one.startAt, at), words.bookedBy(one.who))}
                    aside={<Tag tone={tone}>{word}</Tag>}
                    onTap={tap(one)}
                  />
                )
              })}
              <More more={more} busy={busy} />
            </>
          )
        }
      </Loaded>
    </Screen>
  )
}

export default needing(['teamId'], TeamBookingsPage)
