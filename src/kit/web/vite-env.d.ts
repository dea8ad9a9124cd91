// Vite's ambient types — what an import of a stylesheet or an asset means to the compiler.

/// <reference types="vite/client" />
