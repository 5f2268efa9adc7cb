import { Blockquote, Button, CopyButton, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Framework } from '../../lifecycle/frameworks.ts'
import type { ShownItem } from './api.ts'
import classes from './qualification.module.css'
import { useQuestionTexts } from './questionTexts.ts'

type Props = { item: ShownItem; framework: Framework; byMail: boolean; onAnswer: () => void }

/** The question that can change the verdict most, ready to be read aloud or sent. */
export function NextQuestion({ item, framework, byMail, onAnswer }: Props) {
  const { t } = useTranslation()
  const texts = useQuestionTexts(framework)
  return (
    <Blockquote p="sm" radius="sm" className={classes.next}>
      <Stack gap={6}>
        <Text size="xs" c="dimmed">
          {t('qualification.next', { question: texts.name(item.question) })}
        </Text>
        <Text fw={500}>{texts.aloud(item.question)}</Text>
        <Group gap="xs">
          <Button size="compact-sm" onClick={onAnswer}>
            {t('qualification.writeAnswer')}
          </Button>
          <CopyButton value={texts.byMail(item.question)}>
            {({ copied, copy }) => (
              <Button size="compact-sm" variant="default" onClick={copy}>
                {t(
                  copied
                    ? 'qualification.copied'
                    : byMail
                      ? 'qualification.copyForMail'
                      : 'qualification.copy',
                )}
              </Button>
            )}
          </CopyButton>
        </Group>
      </Stack>
    </Blockquote>
  )
}
