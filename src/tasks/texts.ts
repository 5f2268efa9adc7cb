import { defineTexts } from '../platform/texts.ts'

export const tasksTexts = defineTexts(
  {
    tasks: {
      kinds: { find_decider: 'Averiguar quién decide' },
      begin: 'Averiguar quién decide…',
      due: 'Para cuándo',
      assignee: 'Responsable',
      nobody: 'Nadie todavía',
      dueOn: 'para el {{date}}',
      overdue: 'venció el {{date}}',
      finish: 'Hecho',
      finishOf: 'Hecho: {{task}}, {{name}}',
      add: 'Añadir tarea',
      added: 'Tarea añadida',
      finished: 'Tarea hecha',
      done: '{{task}}: hecho',
      home: 'Por averiguar',
      open: 'Tareas por hacer',
      more_one: 'Y {{count}} más, menos urgente.',
      more_other: 'Y {{count}} más, menos urgentes.',
    },
    errors: {
      tasks: {
        unknown: 'Esta tarea ya no está por hacer.',
        open_already: 'Esta tarea ya está por hacer.',
        due_in_the_past: 'La fecha de la tarea tiene que ser futura.',
        unknown_member: 'Esta persona no es de este espacio de trabajo.',
      },
    },
  },
  {
    tasks: {
      kinds: { find_decider: 'Find out who decides' },
      begin: 'Find out who decides…',
      due: 'By when',
      assignee: 'Responsible',
      nobody: 'Nobody yet',
      dueOn: 'by {{date}}',
      overdue: 'was due on {{date}}',
      finish: 'Done',
      finishOf: 'Done: {{task}}, {{name}}',
      add: 'Add the task',
      added: 'Task added',
      finished: 'Task done',
      done: '{{task}}: done',
      home: 'To find out',
      open: 'Tasks to do',
      more_one: 'And {{count}} more, less urgent.',
      more_other: 'And {{count}} more, less urgent.',
    },
    errors: {
      tasks: {
        unknown: 'This task is no longer open.',
        open_already: 'This task is open already.',
        due_in_the_past: 'The date of the task must be in the future.',
        unknown_member: 'This person is not in this workspace.',
      },
    },
  },
)
