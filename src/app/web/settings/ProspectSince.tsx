import { Alert, Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { readyMadeLifecycle, type SetUp } from '../../../lifecycle/contract.ts'
import { alike } from '../../../platform/alike.ts'
import { useStageName } from '../../../ui/stageWords.ts'
import { useDefinitions } from '../definitions/useDefinitions.ts'

/** Where somebody has written their own definition of prospect since: then the answer of set-up no longer says it. */
export function ProspectSince({ workspace }: { workspace: Pick<SetUp, 'prospectNeeds'> }) {
  const { t } = useTranslation()
  const stage = useStageName()
  const main = useDefinitions().data?.funnels[0]
  const entryOf = ({ stages }: { stages: { key: string; entry: unknown }[] }) =>
    stages.find(({ key }) => key === 'prospect')?.entry
  const isReadyMade = (market: SetUp['market']) =>
    main && alike(entryOf(main.lifecycle), entryOf(readyMadeLifecycle({ ...workspace, market })))
  if (!main || isReadyMade('b2b') || isReadyMade('b2c')) return null
  return (
    <Alert variant="light" color="yellow" p="xs">
      {t('settings.workspace.prospectSince', { stage: stage('prospect') })}{' '}
      <Anchor component={Link} to="/definitions#prospect" size="sm">
        {t('settings.workspace.prospectDefinition')}
      </Anchor>
    </Alert>
  )
}
