@rem npm scripts begin with exec, so that a signal to npm reaches Node and not the shell between. Windows has no exec.
@%*
