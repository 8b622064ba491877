import { goBack, useParams } from '../../platform/route'
import { needing } from '../../ui/needing'
import { StaffScreen } from '../staff-screen'
import { TaskSheet } from '../task-sheet'
import { settle } from '../use-workbench'
import { lineKey } from '../view'
import { taskWords } from '../words'

/** The words of a task on a phone; at a desk they stand beside the queue. */
function TaskPage() {
  const { taskId = '', since = '' } = useParams()
  const onDone = (sentence: string) => {
    settle(lineKey({ kind: 'task', caseId: taskId, since }), sentence)
    goBack()
  }
  return (
    <StaffScreen title={taskWords.title}>
      <TaskSheet taskId={taskId} onDone={onDone} />
    </StaffScreen>
  )
}

export default needing(['taskId'], TaskPage)
