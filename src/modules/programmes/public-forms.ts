import type { PublicForms } from '../history/index.ts'

/**
 * What the public log says of plans, programmes and their items. What was promised and is moved (due day, target, owner, the end of a task)
 * stands with the old value and the new one for ever; the reasons as commitments.
 */
export const programmeForms: PublicForms = {
  'programme.approved': {},
  'programme.published': { facts: { items: 'number', planId: 'id', unitId: 'id', startsOn: 'date', endsOn: 'date' } },
  'programme.cascaded': { facts: { dueOn: 'date', made: 'number', unitIds: 'id' } },
  'programme.itemsAdded': { facts: { items: 'number', first: 'code' }, commitments: ['reason'] },
  'programme.ended': { facts: { endedOn: 'date' } },
  'task.made': { facts: { programmeId: 'id', code: 'code', kind: 'word', dueOn: 'date', carriesId: 'id' } },
  'task.opened': { facts: { programmeId: 'id', code: 'code', kind: 'word', unitId: 'id', dueOn: 'date', lateFrom: 'date' } },
  'task.started': {},
  'task.noted': { facts: { noteId: 'id', reached: 'amount' }, commitments: ['words'] },
  'task.evidenceAdded': { facts: { evidenceId: 'id', type: 'word', refId: 'id' }, commitments: ['caption'] },
  'task.evidenceRemoved': { facts: { evidenceId: 'id', type: 'word' }, commitments: ['reason'] },
  'task.fileOpened': { facts: { evidenceId: 'id' } },
  'task.needsChanged': { facts: { needs: 'code' } },
  'task.reported': { facts: { evidence: 'number', reached: 'amount' }, commitments: ['words'] },
  'task.confirmed': { facts: { evidence: 'number' } },
  'task.sentBack': { commitments: ['reason'] },
  'task.reopened': { facts: { doneOn: 'date' }, commitments: ['reason'] },
  'task.dueMoved': { facts: { fromOn: 'date', toOn: 'date' }, commitments: ['reason'], moves: true },
  'task.targetChanged': { facts: { from: 'amount', to: 'amount' }, commitments: ['reason'], moves: true },
  'task.ownerChanged': { facts: { fromUnitId: 'id', toUnitId: 'id', personChanged: 'flag' }, commitments: ['reason'], moves: true },
  'task.cancelled': { commitments: ['reason'], moves: true },
  'task.verdictsFixed': { facts: { round: 'number', saidDone: 'number', saidPartly: 'number', saidNot: 'number' } },
  'task.frontVerdict': { facts: { round: 'number', said: 'word' }, commitments: ['words'] },
  'task.inspectorateVerdict': { facts: { round: 'number', said: 'word', minutes: 'document' }, commitments: ['words'] },
}
