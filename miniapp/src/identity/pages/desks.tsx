import type { Desk } from '@yike/shared/identity/schema/desk'
import { now, spokenMoment } from '../../platform/spoken'
import { Button, Cell, Empty, Icon, Loaded, More, Refusal, Screen, Tag } from '../../ui'
import { useDesks, useEndDesk } from '../use-desk'
import { deskWords as words } from '../words'

/** Desks that I have let in, and the way to end them from here. */
export default function DesksPage() {
  const { first, pages, more, busy } = useDesks()
  const ending = useEndDesk()
  const end = async ({ deskId }: Desk) => {
    if (await ending.send({ deskId })) await first.refresh()
  }
  const at = now()
  return (
    <Screen title={words.desks}>
      {ending.problem && <Refusal problem={ending.problem} />}
      <Loaded query={first} empty={<Empty title={words.noDesks} text={words.noDesksText} icon="task" />}>
        {() => (
          <>
            {pages
              .flatMap(({ desks }) => desks)
              .map(desk => (
                <Cell
                  key={desk.deskId}
                  title={`${desk.label} · ${desk.number}`}
                  note={
                    desk.state === 'open'
                      ? words.until(spokenMoment(desk.endsAt, at))
                      : spokenMoment(desk.confirmedAt, at)
                  }
                  lead={<Icon name="task" />}
                  aside={
                    desk.state === 'ended' ? (
                      <Tag tone="quiet">{words.states.ended}</Tag>
                    ) : (
                      <Button compact kind="danger" busy={ending.busy} onTap={() => end(desk)}>
                        {words.end}
                      </Button>
                    )
                  }
                />
              ))}
            <More more={more} busy={busy} />
          </>
        )}
      </Loaded>
    </Screen>
  )
}
