import { useParams } from '../../platform/route'
import { Loaded, Screen } from '../../ui'
import { Form } from '../form'
import { useProject } from '../use-microproject'
import { words } from '../words'

/** A new request; with an id, one that was sent back and is filed again. */
export default function FilePage() {
  const { microprojectId } = useParams()
  const sentBack = useProject(microprojectId)
  return (
    <Screen title={microprojectId ? words.refileTitle : words.formTitle}>
      {microprojectId ? <Loaded query={sentBack}>{project => <Form again={project} />}</Loaded> : <Form />}
    </Screen>
  )
}
