/**
 * Where visitors come in: both loopback addresses, since « localhost » is ::1 first for many programs
 * and workerd listens on one. Opened first, so that a port that is taken is known at once; who comes
 * before the database is ready waits.
 */
import { connect, createServer, type Server } from 'node:net';
import { StartError } from './settings.ts';

export type Doors = {
  /** Passes visitors on to this port, those who wait included. */
  lead(port: number): void;
  close(): void;
};

export async function openDoors(port: number): Promise<Doors> {
  let target = 0;
  const waiting: (() => void)[] = [];
  const server = () =>
    createServer({ noDelay: true, allowHalfOpen: true }, (socket) => {
      socket.on('error', () => socket.destroy());
      const pass = () => {
        const onward = connect({
          host: '127.0.0.1',
          port: target,
          noDelay: true,
          allowHalfOpen: true,
        });
        onward.on('error', () => socket.destroy()).on('close', () => socket.destroy());
        socket.on('close', () => onward.destroy());
        socket.pipe(onward).pipe(socket);
      };
      if (target) pass();
      else waiting.push(pass);
    });
  const doors = [await listen(server(), '127.0.0.1', port)];
  // A machine without IPv6 does without.
  const ipv6 = await listen(server(), '::1', port).catch(() => null);
  if (ipv6) doors.push(ipv6);
  return {
    lead(to) {
      target = to;
      for (const pass of waiting.splice(0)) pass();
    },
    close() {
      for (const door of doors) door.close();
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<Server> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => fail(new StartError(say(error, port))));
    server.listen({ host, port, backlog: 1024 }, () => done(server));
  });
}

const say = (error: NodeJS.ErrnoException, port: number) =>
  error.code === 'EADDRINUSE'
    ? `Le port ${port} est déjà pris. Arrêtez ce qui l’occupe, ou choisissez-en un autre : PORT=${port + 1} npm start`
    : `Le port ${port} ne peut pas être ouvert (${error.code}).`;
