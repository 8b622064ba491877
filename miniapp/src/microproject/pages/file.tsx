import type { MicroProject } from '@yike/shared/microproject/schema'
import { neighbours } from '../../identity/neighbours'
import { useComfort } from '../../platform/comfort'
import { openInstead, useParams } from '../../platform/route'
import { useStale } from '../../platform/use-stale'
import { Empty, Loaded, Screen } from '../../ui'
import { Ask, isStep } from '../elder/ask'
import { Form } from '../form'
import type { FilingProps } from '../use-filing'
import { useProject } from '../use-microproject'
import { words } from '../words'

/** A new request; with an id, one that was sent back and is filed again. */
function FilePage() {
  const { microprojectId, step } = useParams()
  const { elder } = useComfort()
  const sentBack = useProject(microprojectId)
  const stale = useStale(sentBack.refresh)
  return (
    <Screen title={elder ? undefined : microprojectId ? words.refileTitle : words.formTitle}>
      {microprojectId ? (
        <Loaded query={sentBack}>{project => <Again project={project} stale={stale} step={step} />}</Loaded>
      ) : (
        <Write stale={stale} step={step} />
      )}
    </Screen>
  )
}

export default neighbours({ title: () => words.formTitle, why: () => words.newcomerText }, FilePage)

interface WriteProps extends FilingProps {
  step: string | undefined
}

/** The whole form at once; in 长辈版 a question to a page, of which the first is what sort it is. */
function Write({ step, ...filing }: WriteProps) {
  const { elder } = useComfort()
  const first = filing.again ? 'say' : 'kind'
  return elder ? <Ask {...filing} step={isStep(step) ? step : first} /> : <Form {...filing} />
}

/** It may have been filed again, or withdrawn, on another phone. */
function Again({ project, stale, step }: Omit<WriteProps, 'again'> & { project: MicroProject }) {
  const { microprojectId, can } = project
  if (can.includes('refile')) return <Write again={project} stale={stale} step={step} />
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
