import { coverageCsv, coverageGeoJson, coverageSvg } from '@yike/shared/circle/rules/coverage'
import type { PlaceKind } from '@yike/shared/circle/schema'
import type { Coverage } from '@yike/shared/circle/schema/coverage'
import { kindNames } from '../circle/words'
import { download, pngOf } from '../platform/download'
import { Button, Row, Section } from '../ui'
import { positionsOf, type Streets } from './view/coverage'
import { coverageWords as words } from './words'

const PICTURE = { width: 1600, height: 1680 }

export interface CoverageExportProps {
  coverage: Coverage
  kind: PlaceKind
  minutes: number
  /** Below the picture. */
  streets: Streets
}

/** What is shown, for a table, a map program and a report; at a desk only. */
export function CoverageExport({ coverage, kind, minutes, streets }: CoverageExportProps) {
  const file = (ending: string) => `${coverage.name}-${words.title}.${ending}`
  const picture = async () => {
    const svg = coverageSvg(coverage, kind, minutes, kindNames, positionsOf(streets))
    const png = await pngOf(svg, PICTURE.width, PICTURE.height)
    if (png) download(file('png'), png)
  }
  return (
    <Section title={words.export}>
      <Row>
        <Button
          compact
          kind="calm"
          onTap={() =>
            download(file('csv'), new Blob([coverageCsv([coverage], kindNames)], { type: 'text/csv' }))
          }
        >
          {words.exportCsv}
        </Button>
        <Button
          compact
          kind="calm"
          onTap={() =>
            download(
              file('geojson'),
              new Blob([JSON.stringify(coverageGeoJson([coverage]))], { type: 'application/geo+json' }),
            )
          }
        >
          {words.exportGeoJson}
        </Button>
        <Button compact kind="calm" onTap={picture}>
          {words.exportPng(kindNames[kind])}
        </Button>
      </Row>
    </Section>
  )
}
