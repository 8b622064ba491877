import { View } from '@tarojs/components'
import type { WalkProfile } from '@yike/shared/circle/kinds'
import type { PlaceDetail } from '@yike/shared/circle/schema'
import { doorstep } from '../../identity/use-identity'
import { useComfort } from '../../platform/comfort'
import { canNavigate, navigate } from '../../platform/geo'
import { useParams } from '../../platform/route'
import { call } from '../../platform/runtime'
import { useMe } from '../../platform/session'
import { now } from '../../platform/spoken'
import { useCopy } from '../../platform/use-copy'
import { useShare } from '../../platform/use-share'
import { AsOf, Button, Icon, Loaded, Notice, Refusal, Screen, Section, Tag } from '../../ui'
import { aria } from '../../ui/aria'
import { needing } from '../../ui/needing'
import { ElderPlace } from '../elder/place'
import { Kept } from '../kept'
import { OfferingLine } from '../offering-line'
import { Portrait } from '../portrait'
import { Told } from '../told'
import { usePlace, useStart, walkerOf } from '../use-circle'
import { useFavoured } from '../use-favoured'
import { hourLines, openWords } from '../view'
import { Walk } from '../walk'
import { kindNames, priceNames, words } from '../words'
import './place.css'

/** One place: what it is, whether it is open, what can be done there, how to get there. */
function PlacePage() {
  const { placeId = '', from, profile, hours } = useParams()
  const { elder } = useComfort()
  const me = useMe()
  const door = me && doorstep(me)
  const start = useStart(door, from === 'here' ? 'here' : 'home')
  const walker = walkerOf(profile)
  const place = usePlace(placeId, start, { profile: walker, waits: door !== null && start === null })
  const known = place.state === 'loading' ? null : place.value
  useShare(words.sharePlace(known?.name ?? words.brand), '/circle/pages/place', { placeId, profile: walker })
  const label = (start?.from === 'here' ? words.hereWhereYouAre : door?.label) ?? ''
  return (
    <Screen title={elder ? undefined : words.place}>
      <Loaded query={place}>
        {found =>
          elder ? (
            <ElderPlace place={found} from={label} hours={hours !== undefined} />
          ) : (
            <>
              <AsOf query={place} say={words.seenAt} />
              <Shown place={found} from={label} walker={walker} />
            </>
          )
        }
      </Loaded>
    </Screen>
  )
}

interface ShownProps {
  place: PlaceDetail
  /** What one calls the spot that the way is counted from; empty where there is none. */
  from: string
  /** Whose way it is, if somebody's in particular. */
  walker: WalkProfile | undefined
}

function Shown({ place, from, walker }: ShownProps) {
  return (
    <>
      <Title place={place} from={from} walker={walker} />
      {walker && from && place.walkMinutes === undefined && (
        <Notice tone="waiting">{words.notReached(words.walkers[walker].name)}</Notice>
      )}
      <Contact place={place} />
      <Favour key={String(place.favourite)} place={place} />
      <Section title={words.canBook}>
        {place.offerings.map(offering => (
          <OfferingLine key={offering.offeringId} offering={offering} />
        ))}
        {place.offerings.length === 0 && <View className="circle-quiet">{words.nothingToBook}</View>}
      </Section>
      <Section title={words.hours}>
        {place.hours ? (
          hourLines(place.hours).map(line => (
            <View key={line} className="place-line">
              {words.hourLine(line)}
            </View>
          ))
        ) : (
          <View className="circle-quiet">{words.noHours}</View>
        )}
      </Section>
      {place.told && <Told told={place.told} />}
      <Kept place={place} />
    </>
  )
}

function Title({ place, from, walker }: ShownProps) {
  const { text, tone } = openWords(place.open, now())
  return (
    <>
      <Portrait kind={place.kind} />
      <View className="place-title">
        <View className="place-title__words">
          <View className="place-title__name" {...aria({ role: 'heading', level: 2 })}>
            {place.name}
          </View>
          <View className={`circle-open circle-open--${tone}`}>{text}</View>
        </View>
        <Walk minutes={place.walkMinutes} size={72} />
      </View>
      <View className="place-facts">
        <Tag tone="quiet">{kindNames[place.kind]}</Tag>
        {place.priceClass && <Tag tone="quiet">{priceNames[place.priceClass]}</Tag>}
        {place.stepFree && (
          <Tag tone="green">
            <Icon name="stepFree" size={16} /> {words.stepFree}
          </Tag>
        )}
        {place.stepFree === false && <Tag tone="waiting">{words.notStepFree}</Tag>}
        {place.meters !== undefined && (
          <View className="place-facts__meters">
            {[words.wayFrom(from, place.meters), walker && words.walkers[walker].name]
              .filter(Boolean)
              .join(' · ')}
          </View>
        )}
      </View>
    </>
  )
}

/** To find it again under 收藏的. */
function Favour({ place }: { place: PlaceDetail }) {
  const { on, busy, problem, turn } = useFavoured(place)
  return (
    <>
      <Button kind="bare" busy={busy} label={on ? words.unfavour : words.favour} onTap={turn}>
        {on ? words.favoured : words.favour}
      </Button>
      {problem && <Refusal problem={problem} />}
    </>
  )
}

function Contact({ place: { name, address, phone, position } }: { place: PlaceDetail }) {
  const [copied, copy] = useCopy()
  return (
    <>
      {address && <View className="place-address">{address}</View>}
      <View className="place-acts">
        {phone && (
          <Button kind="calm" onTap={() => call(phone)}>
            {words.call}
          </Button>
        )}
        {canNavigate && (
          <Button kind="calm" onTap={() => navigate({ ...position, name, ...(address ? { address } : {}) })}>
            {words.navigate}
          </Button>
        )}
        {!canNavigate && address && (
          <Button kind="calm" onTap={() => copy(`${name} ${address}`)}>
            {words.copyAddress}
          </Button>
        )}
      </View>
      {copied && <Notice tone="green">{words.copied}</Notice>}
    </>
  )
}

export default needing(['placeId'], PlacePage)
