// "Mulai" before anything else is there: a press is not lost on a slow line, and is seen.
document.getElementById('begin').addEventListener('click', event => event.currentTarget.classList.add('waiting'));
performance.mark('rembuk-alive');
