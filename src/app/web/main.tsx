import './strict.ts'
// The layered styles: anything of ours wins over the library's, in whatever order the files come.
import '@mantine/core/styles.layer.css'
import '@mantine/charts/styles.layer.css'
import '@mantine/dates/styles.layer.css'
import '@mantine/dropzone/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import '@mantine/spotlight/styles.layer.css'
import '../../ui/look.css'
import '../../ui/targets.css'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { startTexts } from './i18n.ts'

startTexts()
const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
