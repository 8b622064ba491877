import { View } from '@tarojs/components'
import { spokenOffering } from '@yike/shared/booking/rules/naming'
import type { OfferingCard } from '@yike/shared/circle/schema'
import { useState } from 'react'
import { Asked } from '../booking/details'
import { useDays } from '../booking/use-days'
import { type Details, detailsOf, spanOf } from '../booking/view/details'
import { now, spokenList, spokenMoment } from '../platform/spoken'
import { Button, Choices, Field, Loaded, Notice, Refusal, Stack } from '../ui'
import { Pick } from '../ui/pick'
import './sheet.css'
import { StaffSlots } from './staff-slots'
import { useBookFor, useFindCaller } from './use-caller'
import { callerWords as words } from './words'

interface BookForProps {
  placeName: string
  community: string
  offerings: readonly OfferingCard[]
  first: string | undefined
  /** For whom another booking was. */
  again: { bookingId: string; forName: string } | undefined
}

const empty = { phone: '', name: '', bornOn: '', note: '' }

/** What, when, for whom: in the order in which it is said on the telephone. */
export function BookFor({ placeName, community, offerings, first, again }: BookForProps) {
  const [offeringId, setOfferingId] = useState(
    offerings.find(one => one.offeringId === first)?.offeringId ?? offerings[0]?.offeringId ?? '',
  )
  const [startAt, setStartAt] = useState<string | null>(null)
  const [typed, setTyped] = useState(empty)
  const [wish, setWish] = useState<Details>({})
  const [known, setKnown] = useState<{ names: readonly string[] } | null>(null)
  /** Of several who are known by the number none, but somebody else calls. */
  const [saidOther, setSaidOther] = useState(false)
  const [said, setSaid] = useState('')
  const finding = useFindCaller()
  const booking = useBookFor()
  const offering = offerings.find(one => one.offeringId === offeringId)
  const days = useDays({ placeId: offering?.placeId ?? '', offeringId, audience: 'staff' })
  const change = (part: Partial<typeof empty>) => setTyped(before => ({ ...before, ...part }))
  const found = 'value' in days ? days.value : undefined
  const slot = found?.days.flatMap(({ slots }) => slots).find(one => one.startAt === startAt)
  const who = again?.forName ?? (typed.name || words.someone)
  const names = known?.names ?? []
  const isNamed = names.includes(typed.name)
  const isOther = saidOther || (typed.name !== '' && !isNamed)

  const find = async () => {
    const answer = await finding.send({ community, phone: typed.phone })
    setKnown(answer)
    // Of several nobody is chosen before somebody does; what was written meanwhile stays.
    const [only, ...others] = answer?.names ?? []
    if (only && others.length === 0) setTyped(before => (before.name ? before : { ...before, name: only }))
  }
  const book = async () => {
    if (!slot || !offering || !found) return
    const done = await booking.send({
      placeId: offering.placeId,
      offeringId,
      startAt: slot.startAt,
      endAt: spanOf(slot, wish).endAt,
      ...detailsOf(found.offering, wish),
      ...(again ? { bookingId: again.bookingId } : { phone: typed.phone || undefined }),
      name: typed.name.trim() || undefined,
      bornOn: typed.bornOn.trim() || undefined,
      note: typed.note.trim() || undefined,
    })
    if (!done) return
    const what = spokenList(spokenOffering(done), spokenMoment(done.startAt, now()), done.forName)
    setSaid(done.state === 'requested' ? words.asked(what, done.number) : words.done(what, done.number))
    setStartAt(null)
    setTyped(empty)
    setWish({})
    setKnown(null)
    setSaidOther(false)
    await days.refresh()
  }
  const wrong = booking.problem?.fields ?? {}
  return (
    <Stack>
      <View className="workbench-door__place">{words.of(placeName)}</View>
      {said && <Notice tone="green">{said}</Notice>}
      {offerings.length > 1 && (
        <Pick
          label={words.which}
          options={offerings.map(one => ({ value: one.offeringId, label: one.name }))}
          value={offeringId}
          onChange={chosen => {
            setOfferingId(chosen)
            setStartAt(null)
            setWish({})
          }}
        />
      )}
      <Loaded query={days}>
        {({ days: all }) => (
          <StaffSlots key={offeringId} days={all} next={days} value={startAt} onChange={setStartAt} />
        )}
      </Loaded>
      {!again && (
        <>
          <Field
            label={words.phone}
            hint={words.phoneHint}
            kind="phone"
            maxLength={24}
            value={typed.phone}
            error={wrong.phone ?? finding.problem?.fields?.phone}
            required
            onChange={phone => {
              // Who was known by another number is not who calls by this one.
              change(isNamed ? { phone, name: '' } : { phone })
              setKnown(null)
              setSaidOther(false)
            }}
            onConfirm={find}
          />
          <Button compact kind="calm" busy={finding.busy} disabled={typed.phone.trim() === ''} onTap={find}>
            {words.find}
          </Button>
          {finding.problem && !finding.problem.fields && <Refusal problem={finding.problem} />}
          {known && (
            <Notice tone={names.length > 0 ? 'green' : 'waiting'}>
              {names.length > 0 ? words.known(spokenList(...names)) : words.unknown}
            </Notice>
          )}
          {names.length > 0 && (
            <Choices
              named
              label={words.whoCalls}
              options={[
                ...names.map(name => ({ value: name, label: name })),
                { value: '', label: words.otherPerson },
              ]}
              value={isNamed ? typed.name : isOther ? '' : null}
              onChange={name => {
                change({ name })
                setSaidOther(name === '')
              }}
              error={isNamed || isOther ? undefined : wrong.name}
            />
          )}
          {!isNamed && (names.length === 0 || isOther) && (
            <Field
              label={words.name}
              maxLength={20}
              value={typed.name}
              error={wrong.name}
              onChange={name => {
                change({ name })
                setSaidOther(true)
              }}
            />
          )}
          <Field
            label={words.born}
            hint={words.bornHint}
            maxLength={7}
            value={typed.bornOn}
            error={wrong.bornOn}
            onChange={bornOn => change({ bornOn })}
          />
        </>
      )}
      {found && slot && (
        <Asked
          offering={found.offering}
          slot={slot}
          wish={wish}
          onChange={part => setWish(before => ({ ...before, ...part }))}
        />
      )}
      <Field label={words.note} maxLength={200} value={typed.note} onChange={note => change({ note })} />
      {booking.problem && <Refusal problem={booking.problem} />}
      {slot && (
        <Button kind="next" busy={booking.busy} onTap={book}>
          {words.book(spokenMoment(slot.startAt, now()), who)}
        </Button>
      )}
    </Stack>
  )
}
