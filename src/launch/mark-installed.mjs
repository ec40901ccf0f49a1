// The last step of `postinstall`.
import { markInstalled } from './installed.mjs';

markInstalled('.');
