import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { inCheckout } from './paths.ts';
import { captureProgram } from './run-program.ts';
import { runCommand, say, seconds } from './terminal.ts';
import { groupTypePrograms, writeTypeProgram } from './type-programs.ts';

interface Task {
  name: string;
  command: string;
  args: string[];
}

const workers = 2;

/** Folders with a tsconfig.json, wherever the workspace has packages. */
function checkedFolders(): string[] {
  const inside = (folder: string) =>
    existsSync(inCheckout(folder))
      ? readdirSync(inCheckout(folder)).map((name) => path.join(folder, name))
      : [];
  const folders = ['packages', 'services', 'apps', 'deploy', 'deploy/local'].flatMap(inside);
  return [...folders, 'e2e'].filter((folder) => existsSync(inCheckout(folder, 'tsconfig.json')));
}

function listTasks(): Task[] {
  const types = groupTypePrograms(checkedFolders()).map((program, index) => ({
    name: `types of ${program.folders.join(', ')}`,
    command: 'tsc',
    args: ['-p', writeTypeProgram(program, `program-${index + 1}`), '--pretty', 'false'],
  }));
  const repository = { name: 'repository tests', command: 'vitest', args: ['run', '--project', 'repo'] };
  return [
    { name: 'format (fix it with `npx oxfmt`)', command: 'oxfmt', args: ['--check'] },
    { name: 'lint', command: 'oxlint', args: ['--type-aware'] },
    ...(existsSync(inCheckout('e2e/repo')) ? [repository] : []),
    ...types,
  ];
}

/** Returns the names of tasks that failed, having shown what each of them said. */
async function runTasks(tasks: Task[]): Promise<string[]> {
  const failed: string[] = [];
  const queue = [...tasks];
  const work = async () => {
    for (let task = queue.shift(); task; task = queue.shift()) {
      const { code, output } = await captureProgram(task.command, task.args);
      if (code === 0) continue;
      failed.push(task.name);
      say(`${task.name}: failed\n${output.trimEnd()}\n`);
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return failed;
}

await runCommand(async () => {
  const began = performance.now();
  const tasks = listTasks();
  const failed = await runTasks(tasks);
  say(
    failed.length === 0
      ? `${tasks.length} checks passed in ${seconds(began)}`
      : `${failed.length} of ${tasks.length} checks failed in ${seconds(began)}: ${failed.join(', ')}`,
  );
  return failed.length === 0 ? 0 : 1;
});
