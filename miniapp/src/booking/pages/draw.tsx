import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type DrawCheck, drawChecks, resultIn } from '@yike/shared/booking/rules/draw'
import { recheckRecord } from '@yike/shared/booking/rules/record'
import type { DrawRecord } from '@yike/shared/booking/schema/season/draw'
import { useState } from 'react'
import { useComfort } from '../../platform/comfort'
import { canDownload, download } from '../../platform/download'
import { open, useParams } from '../../platform/route'
import { spokenList } from '../../platform/spoken'
import {
  Answer,
  Button,
  Cell,
  Facts,
  Icon,
  Loaded,
  More,
  Notice,
  Question,
  Screen,
  Section,
  Tag,
} from '../../ui'
import { needing } from '../../ui/needing'
import '../booking.css'
import '../season.css'
import { keptCommitment, useDraw, useSeason } from '../use-season'
import { namesOf, numberName, pseudonymOf } from '../view/season'
import { seasonElder, seasonWords as words } from '../words/season'

/** All that is published of a draw, and doing it once more on this very phone. */
function DrawPage() {
  const { seasonId = '', all } = useParams()
  const { elder } = useComfort()
  const record = useDraw(seasonId)
  const season = useSeason(seasonId)
  const mine = 'value' in season ? season.value?.mine?.wishId : undefined
  return (
    <Screen title={elder ? undefined : words.draw}>
      <Loaded query={record}>
        {found => (elder && !all ? <Fair record={found} /> : <Published record={found} mine={mine} />)}
      </Loaded>
    </Screen>
  )
}

/** 长辈版: why one may believe it, and doing it once more; the list has a page of its own. */
function Fair({ record }: { record: DrawRecord }) {
  const { seasonId, entries } = record
  return (
    <>
      <Question>{words.fair}</Question>
      <Facts>{[words.fairText]}</Facts>
      <Again record={record} asks />
      <Answer
        icon="people"
        title={seasonElder.all}
        note={words.entries(entries.length)}
        onTap={() => open('/booking/pages/draw', { seasonId, all: '1' })}
      />
    </>
  )
}

/** So many lines of a list of up to 2,000 at a time. */
const AT_ONCE = 50

function Published({ record, mine }: { record: DrawRecord; mine: string | undefined }) {
  const { commitment, listHash, seed, publicNumber, entries, slots } = record
  const [shown, setShown] = useState(AT_ONCE)
  const isDrawn = resultIn(entries) !== undefined
  const inOrder = [...entries].sort((one, other) => (one.rank ?? 0) - (other.rank ?? 0))
  return (
    <>
      <View className="booking-quiet">{words.fairText}</View>
      <Again record={record} />
      <Section title={isDrawn ? words.order : words.entries(entries.length)}>
        {inOrder.slice(0, shown).map(({ wishId, first, choices, rank, got }) => {
          const result = got && (got.length > 0 ? words.got(namesOf(slots, got).join(' ')) : words.gotNone)
          return (
            <Cell
              key={wishId}
              title={spokenList(rank !== undefined && `${rank}`, pseudonymOf(wishId), first && words.firsts)}
              note={result ?? namesOf(slots, choices).join(' › ')}
              aside={wishId === mine ? <Tag tone="persimmon">{words.me}</Tag> : undefined}
            />
          )
        })}
        <More more={shown < inOrder.length ? () => setShown(shown + AT_ONCE) : undefined} busy={false} />
        {entries.length === 0 && <View className="booking-quiet">{words.unknown}</View>}
      </Section>
      <Shown title={words.commitment} value={commitment} />
      <Shown title={words.listHash} value={listHash} />
      <Shown title={spokenList(words.number, numberName(record))} value={publicNumber} />
      <Shown title={words.seed} value={seed} />
      <Keep record={record} />
    </>
  )
}

const Shown = ({ title, value }: { title: string; value: string | undefined }) => (
  <Section title={title}>
    <View className="season-hex">{value ?? words.unknown}</View>
  </Section>
)

function Again({ record, asks }: { record: DrawRecord; asks?: boolean }) {
  const [found, setFound] = useState<Readonly<Record<DrawCheck, boolean>>>()
  if (!resultIn(record.entries)) return null
  if (!found && asks)
    return (
      <Answer kind="next" icon="check" title={words.check} onTap={() => setFound(recheckRecord(record))} />
    )
  if (!found)
    return (
      <View className="booking-asked__act">
        <Button kind="next" onTap={() => setFound(recheckRecord(record))}>
          {words.check}
        </Button>
      </View>
    )
  const kept = keptCommitment(record.seasonId)
  const isPromised = kept === null || kept === record.commitment
  const good = drawChecks.every(check => found[check]) && isPromised
  return (
    <>
      <Notice tone={good ? 'green' : 'danger'}>{good ? words.good : words.bad}</Notice>
      {kept !== null && (
        <View className="season-check">
          <Icon name={isPromised ? 'check' : 'cross'} />
          <View>{words.promised}</View>
        </View>
      )}
      {drawChecks.map(check => (
        <View key={check} className="season-check">
          <Icon name={found[check] ? 'check' : 'cross'} />
          <View>{words.checks(check)}</View>
        </View>
      ))}
    </>
  )
}

/** For another machine to draw it once more. */
function Keep({ record }: { record: DrawRecord }) {
  const [copied, setCopied] = useState(false)
  const text = `${JSON.stringify(record, null, 2)}\n`
  const copy = async () => {
    await Taro.setClipboardData({ data: text })
    setCopied(true)
  }
  return (
    <View className="booking-asked__act">
      {copied && <Notice tone="green">{words.copied}</Notice>}
      {canDownload ? (
        <Button
          kind="calm"
          onTap={() =>
            download(`draw-${record.seasonId}.json`, new Blob([text], { type: 'application/json' }))
          }
        >
          {words.save}
        </Button>
      ) : (
        <Button kind="calm" onTap={copy}>
          {words.copy}
        </Button>
      )}
      <View className="booking-quiet">{words.how}</View>
    </View>
  )
}

export default needing(['seasonId'], DrawPage)
