import type { MicroProject } from '@yike/shared/microproject/schema'
import { Newcomer } from '../../identity/newcomer'
import { useNewcomer } from '../../identity/use-identity'
import { openInstead, useParams } from '../../platform/route'
import { type Stale, useStale } from '../../platform/use-stale'
import { Empty, Loaded, Screen } from '../../ui'
import { Form } from '../form'
import { useProject } from '../use-microproject'
import { words } from '../words'

/** A new request; with an id, one that was sent back and is filed again. */
export default function FilePage() {
  const { microprojectId } = useParams()
  const newcomer = useNewcomer()
  const sentBack = useProject(microprojectId)
  const stale = useStale(sentBack.refresh)
  return (
    <Screen title={microprojectId ? words.refileTitle : words.formTitle}>
      {newcomer ? (
        <Newcomer why={words.newcomerText} />
      ) : microprojectId ? (
        <Loaded query={sentBack}>{project => <Again project={project} stale={stale} />}</Loaded>
      ) : (
        <Form stale={stale} />
      )}
    </Screen>
  )
}

/** It may have been filed again, or withdrawn, on another phone. */
function Again({ project, stale }: { project: MicroProject; stale: Stale }) {
  const { microprojectId, can } = project
  if (can.includes('refile')) return <Form again={project} stale={stale} />
  return (
    <Empty
      title={words.nothingToMend}
      text={words.nothingToMendText}
      icon="idea"
      action={{
        label: words.seeProject,
        onTap: () => openInstead('/microproject/pages/detail', { microprojectId }),
      }}
    />
  )
}
