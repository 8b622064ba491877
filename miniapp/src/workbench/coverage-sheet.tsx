import { View } from '@tarojs/components'
import { placeKinds } from '@yike/shared/circle/schema'
import type { Coverage } from '@yike/shared/circle/schema/coverage'
import { localDate } from '@yike/shared/kernel/time'
import { useState } from 'react'
import { useBands } from '../circle/use-circle'
import { kindNames } from '../circle/words'
import { now, spokenDay } from '../platform/spoken'
import { Group, Section, Segments, Tag, Tap } from '../ui'
import { CoverageExport } from './coverage-export'
import { CoverageMap } from './coverage-map'
import './coverage-sheet.css'
import { bandFor, levelOf, middleOf, STANDARD } from './view/coverage'
import { coverageWords as words } from './words'

/** As far as streets are drawn from the middle. */
const FARTHEST_MINUTES = 30

/** Who in a community, a street or a district walks to what: a table, the map of one service, where the next one would help, the norms. */
export function CoverageSheet({ coverage }: { coverage: Coverage }) {
  const bands = coverage.kinds[0]?.within.map(({ minutes }) => minutes) ?? []
  const [wanted, setWanted] = useState<string>(STANDARD)
  const bandAt = (at: number) => bandFor(bands, wanted, placeKinds[at] ?? 'elderCare')
  const left = (at: number) => coverage.kinds[at]?.within[bandAt(at)]?.leftOut ?? 0
  // The widest gap is what one came for.
  const widest = coverage.kinds.reduce((best, _, at) => (left(at) > left(best) ? at : best), 0)
  const [picked, setPicked] = useState<number | null>(null)
  const from = middleOf(coverage)
  const walked = useBands(from, { minutes: FARTHEST_MINUTES })
  const streets = {
    from,
    lines: (('value' in walked && walked.value?.streets) || []).map(({ line }) => line),
  }
  const kindAt = picked ?? widest
  const kind = coverage.kinds[kindAt]
  const band = kind?.within[bandAt(kindAt)]
  if (!kind || !band) return null
  const { minutes } = band
  const said = words.map(kindNames[kind.kind], minutes, band.leftOut)
  const uncounted = coverage.dwellings - coverage.counted
  return (
    <View className="workbench-coverage">
      <View>
        <View className="workbench-coverage__note">
          {[
            words.sum(coverage.dwellings, coverage.households),
            uncounted > 0 && words.uncounted(uncounted),
            words.asOf(spokenDay(localDate(coverage.asOf), now())),
          ]
            .filter(Boolean)
            .join(' · ')}
        </View>
        <View className="workbench-coverage__note">{words.measured[coverage.measured]}</View>
        <Segments
          label={words.band}
          options={[
            { value: STANDARD, label: words.standard },
            ...bands.map(one => ({ value: String(one), label: words.minutes(one) })),
          ]}
          value={wanted}
          onChange={setWanted}
        />
        {wanted === STANDARD && <View className="workbench-coverage__note">{words.standardText}</View>}
        <Group role="radiogroup" label={words.kind} className="workbench-coverage__table">
          {coverage.kinds.map(({ kind: of, within }, at) => {
            const { share = 0, leftOut = 0, minutes: asked = 0 } = within[bandAt(at)] ?? {}
            return (
              <Tap
                key={of}
                role="radio"
                selected={at === kindAt}
                className={`workbench-coverage__row${at === kindAt ? ' workbench-coverage__row--on' : ''}`}
                onTap={() => setPicked(at)}
              >
                <View className="workbench-coverage__kind">
                  {kindNames[of]}
                  {wanted === STANDARD && (
                    <View className="workbench-coverage__asked">{words.minutes(asked)}</View>
                  )}
                </View>
                <View
                  className={`workbench-coverage__bar${leftOut > 0 ? ' workbench-coverage__bar--part' : ''}`}
                >
                  <View className="workbench-coverage__fill" style={{ width: `${share * 100}%` }} />
                </View>
                <View className="workbench-coverage__share">{words.percent(share)}</View>
                <View className="workbench-coverage__left">
                  {leftOut === 0 ? words.all : words.households(leftOut)}
                </View>
              </Tap>
            )
          })}
        </Group>
      </View>
      <View>
        <Section title={said}>
          <CoverageMap coverage={coverage} kindAt={kindAt} minutes={minutes} label={said} streets={streets} />
          {coverage.homes.length < coverage.dwellings && (
            <View className="workbench-coverage__note">
              {words.drawn(coverage.homes.length, coverage.dwellings)}
            </View>
          )}
        </Section>
        <Parts parts={coverage.parts} kindAt={kindAt} bandAt={bandAt(kindAt)} />
        <Next band={band} />
        <Norms norms={coverage.norms} />
        <CoverageExport coverage={coverage} kind={kind.kind} minutes={minutes} streets={streets} />
      </View>
    </View>
  )
}

/** Grids, communities or streets, those that lack most first: to whom one goes. */
function Parts({ parts, kindAt, bandAt }: Pick<Coverage, 'parts'> & { kindAt: number; bandAt: number }) {
  const shown = parts
    .map(({ region, name, households, kinds }) => ({
      region,
      name,
      households,
      ...(kinds[kindAt]?.within[bandAt] ?? { share: 0, leftOut: 0 }),
    }))
    .sort((one, other) => other.leftOut - one.leftOut)
  if (shown.length === 0) return null
  return (
    <Section title={words.parts[levelOf(shown[0]?.region ?? '')]}>
      {shown.map(({ region, name, households, share, leftOut }) => (
        <View key={region} className="workbench-coverage__norm">
          <View>{words.part(name, households)}</View>
          <Tag tone={leftOut === 0 ? 'green' : 'persimmon'}>
            {leftOut === 0
              ? words.all
              : `${words.leftOut} ${words.households(leftOut)} · ${words.reached} ${words.percent(share)}`}
          </Tag>
        </View>
      ))}
    </Section>
  )
}

type Band = Coverage['kinds'][number]['within'][number]

function Next({ band }: { band: Band }) {
  const before = (at: number) => (at === 0 ? band.share : (band.next[at - 1]?.share ?? 0))
  return (
    <Section title={words.next}>
      {band.leftOut === 0 && <View>{words.allReached}</View>}
      {band.leftOut > 0 && band.next.length === 0 && <View>{words.noSite}</View>}
      {band.next.map(({ name, position, adds, share, dwellings, farthest, cutOff }, at) => (
        <View key={`${position.lng},${position.lat}`} className="workbench-coverage__site">
          <View className="workbench-coverage__nth">{at + 1}</View>
          <View>
            <View className="workbench-coverage__kind">{words.site(name)}</View>
            <View className="workbench-coverage__note">
              {words.adds(adds, words.percent(before(at)), words.percent(share))}
            </View>
            {dwellings !== undefined && (
              <View className="workbench-coverage__note">
                {[words.ofHomes(dwellings, farthest ?? 0), cutOff ? words.cutOff(cutOff) : words.allFar].join(
                  ' · ',
                )}
              </View>
            )}
          </View>
        </View>
      ))}
      {band.next.length > 0 && <View className="workbench-coverage__note">{words.nextText}</View>}
    </Section>
  )
}

function Norms({ norms }: Pick<Coverage, 'norms'>) {
  return (
    <Section title={words.norms}>
      {norms.length === 0 && <View className="workbench-coverage__note">{words.noNorms}</View>}
      {norms.map(({ norm, squareMeters, target }) => {
        const isMet = squareMeters >= target
        return (
          <View key={norm} className="workbench-coverage__norm">
            <View>
              <View>{words.norm[norm]}</View>
              <View className="workbench-coverage__note">{words.normValue(squareMeters, target)}</View>
            </View>
            <Tag tone={isMet ? 'green' : 'persimmon'}>{isMet ? words.met : words.unmet}</Tag>
          </View>
        )
      })}
    </Section>
  )
}
