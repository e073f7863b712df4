import { createApp } from 'vue'
import { getToKnow } from './api/known'
import App from './App.vue'
import './portal.css'
import { makeRouter } from './router'

createApp(App).use(makeRouter()).mount('#app')
void getToKnow()
