import { createApp } from 'vue';
import { defined } from '../shared.js';
import Panel from './Panel.vue';

await defined();
createApp(Panel).mount('#app');
