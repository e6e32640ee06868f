import { mount } from 'svelte';
import { defined } from '../shared.js';
import Panel from './Panel.svelte';

await defined();
mount(Panel, { target: document.getElementById('app')! });
