// Runs one command of the tests: shows what it prints as it comes, and reads its results.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const limit = 20 * 60_000;
const windows = process.platform === 'win32';

/**
 * Lines that begin with "@counts " (followed by JSON) and "@skipped " (followed by a sentence) are results and not shown.
 *
 * @param {readonly string[]} command the program and its arguments
 * @returns {Promise<{ code: number, counts: { passed: number, failed: number, skipped: number }[], skipped: string[] }>}
 */
export function runStep([command, ...args]) {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}) },
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: windows && command === 'npm',
    // A group of its own, so that nothing outlives the step.
    detached: !windows,
  });
  const outcome = { code: 1, counts: [], skipped: [] };
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('@counts ')) outcome.counts.push(JSON.parse(line.slice(8)));
    else if (line.startsWith('@skipped ')) outcome.skipped.push(line.slice(9));
    else console.log(line);
  });
  return ending(child, outcome);
}

function ending(child, outcome) {
  const interrupt = () => {
    kill(child);
    process.exit(130);
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  const timer = setTimeout(() => {
    console.log(`The step took longer than ${limit / 60_000} minutes and was ended.`);
    kill(child);
  }, limit);
  return new Promise((resolve) => {
    const end = (code) => {
      clearTimeout(timer);
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
      resolve({ ...outcome, code });
    };
    child.on('error', (error) => {
      console.log(error.message);
      end(1);
    });
    child.on('close', (code) => end(code ?? 1));
  });
}

function kill(child) {
  try {
    if (windows) child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
