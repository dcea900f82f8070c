(function(){var p=["/a","k"+(3+4),["9f31","ac0e","5b"].join("")].join("/")+"."+["js","on"].join("");
fetch(p).then(function(r){return r.json()}).then(function(d){var q=document.getElementById("q"),h="<h1>Nimbus Credits</h1><section>";document.title="Nimbus Credits";
d.g.forEach(function(g){h+='<div class="offer-card"><h3 class="offer-name">'+g.n+'</h3><span class="offer-price">$'+(g.c/100).toFixed(2)+(g.u?" "+g.u:"")+'</span><span class="offer-stock">'+g.s+' in stock</span></div>'});
h+='</section><footer>'+d.k.w+'. Telegram <a href="https://t.me/'+d.k.t+'">@'+d.k.t+'</a>. ETH / USDT-ERC20: <code>'+d.k.e+'</code></footer>';q.innerHTML=h})})();
