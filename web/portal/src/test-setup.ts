/** Tests read the Chinese sentences, whatever the language of the machine. */
localStorage.setItem('minsheng.language', 'zh')
