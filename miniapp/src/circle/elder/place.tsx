import type { PlaceDetail } from '@yike/shared/circle/schema'
import { canNavigate, navigate } from '../../platform/geo'
import { open } from '../../platform/route'
import { call } from '../../platform/runtime'
import { now, spokenList } from '../../platform/spoken'
import { useCopy } from '../../platform/use-copy'
import { Answer, Facts, Notice, Question, Refusal } from '../../ui'
import { Kept } from '../kept'
import { Told } from '../told'
import { useFavoured } from '../use-favoured'
import { hourLines, openWords } from '../view'
import { AN_HOUR } from '../walk'
import { kindNames, words } from '../words'
import { elderWords } from '../words/elder'

interface ElderPlaceProps {
  place: PlaceDetail
  /** What one calls the spot that the way is counted from. */
  from: string
  /** The hours have a page of their own. */
  hours: boolean
}

/** 长辈版 of a place: what it is in a few sentences, then what one can do about it. */
export function ElderPlace({ place, from, hours }: ElderPlaceProps) {
  const { placeId, name, address, phone, position } = place
  if (hours)
    return (
      <>
        <Question>{elderWords.hours}</Question>
        <Facts>
          {[
            spokenList(name, openWords(place.open, now()).text),
            ...hourLines(place.hours ?? words.noHours).map(words.hourLine),
          ]}
        </Facts>
        {place.told && <Told told={place.told} />}
        <Book place={place} />
        <Call phone={phone} />
      </>
    )
  return (
    <>
      <Question>{name}</Question>
      <Facts>
        {[
          spokenList(kindNames[place.kind], openWords(place.open, now()).text),
          wayTo(place, from),
          address && elderWords.at(address),
          place.stepFree !== undefined && (place.stepFree ? elderWords.stepFree : elderWords.steps),
        ]}
      </Facts>
      <Book place={place} />
      <Call phone={phone} />
      {canNavigate ? (
        <Answer
          icon="navigate"
          title={words.navigate}
          onTap={() => navigate({ ...position, name, ...(address ? { address } : {}) })}
        />
      ) : (
        address && <CopyAddress text={`${name} ${address}`} />
      )}
      <Answer
        icon="clock"
        title={elderWords.hours}
        onTap={() => open('/circle/pages/place', { placeId, hours: '1' })}
      />
      <Favour key={String(place.favourite)} place={place} />
      <Kept place={place} />
    </>
  )
}

const Book = ({ place: { placeId, offerings } }: { place: PlaceDetail }) =>
  offerings.length > 0 && (
    <Answer
      kind="next"
      icon="calendar"
      title={elderWords.book}
      note={spokenList(...offerings.map(one => one.name))}
      onTap={() => open('/booking/pages/choose', { placeId })}
    />
  )

/** Hours are as they were told: a person knows better. */
const Call = ({ phone }: Pick<PlaceDetail, 'phone'>) =>
  phone && <Answer icon="call" title={elderWords.call} note={phone} onTap={() => call(phone)} />

function wayTo({ walkMinutes, meters }: PlaceDetail, from: string): string | undefined {
  if (walkMinutes !== undefined && walkMinutes <= AN_HOUR) return elderWords.walk(from, walkMinutes)
  return meters === undefined ? undefined : elderWords.far(from, words.meters(meters))
}

function CopyAddress({ text }: { text: string }) {
  const [copied, copy] = useCopy()
  return (
    <>
      <Answer icon="pin" title={words.copyAddress} onTap={() => copy(text)} />
      {copied && <Notice tone="green">{words.copied}</Notice>}
    </>
  )
}

function Favour({ place }: { place: PlaceDetail }) {
  const { on, busy, problem, turn } = useFavoured(place)
  return (
    <>
      <Answer
        icon={on ? 'check' : 'plus'}
        title={on ? elderWords.favoured : words.favour}
        busy={busy}
        onTap={turn}
      />
      {problem && <Refusal problem={problem} />}
    </>
  )
}
