import type { Task } from '@yike/shared/volunteer/schema'
import { useState } from 'react'
import { goBack, open } from '../../platform/route'
import { Button, Empty, Loaded, Notice, Stack } from '../../ui'
import { PublishForm } from '../publish-form'
import { StaffScreen } from '../staff-screen'
import { chosenOf, usePosts } from '../use-workbench'
import { publishWords, words } from '../words'

export default function PublishPage() {
  const posts = usePosts()
  const [published, setPublished] = useState<Task | null>(null)
  return (
    <StaffScreen title={publishWords.title}>
      {published ? (
        <Published task={published} onAgain={() => setPublished(null)} />
      ) : (
        <Loaded query={posts} empty={<Empty title={words.noPost} text={words.noPostText} icon="people" />}>
          {({ communities }) => (
            <PublishForm
              communities={communities}
              community={chosenOf(communities)}
              onPublished={setPublished}
            />
          )}
        </Loaded>
      )}
    </StaffScreen>
  )
}

function Published({ task: { taskId, title }, onAgain }: { task: Task; onAgain: () => void }) {
  return (
    <Stack>
      <Notice tone="green">{publishWords.published(title)}</Notice>
      <Button onTap={() => open('/volunteer/pages/task', { taskId })}>{publishWords.see}</Button>
      <Button kind="calm" onTap={onAgain}>
        {publishWords.again}
      </Button>
      <Button kind="bare" onTap={goBack}>
        {publishWords.back}
      </Button>
    </Stack>
  )
}
