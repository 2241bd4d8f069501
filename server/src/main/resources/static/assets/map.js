// Draws what flows; the table beside it says the same.
const picture = document.getElementById('flows');
fetch(picture.dataset.from, { headers: { Accept: 'application/json' } })
  .then(answer => answer.json())
  .then(flows => {
    if (!flows.links.length) return;
    const ink = getComputedStyle(document.body).color;
    const chart = echarts.init(picture, null, { renderer: 'canvas' });
    chart.setOption({
      animation: false,
      tooltip: { show: false },
      series: [{
        type: 'sankey', left: 8, right: 160, top: 8, bottom: 8, nodeGap: 8, draggable: false, emphasis: { disabled: true },
        data: flows.names.map(name => ({ name })), links: flows.links,
        label: { color: ink, fontSize: 12 }, lineStyle: { color: 'gradient', opacity: .35 },
      }],
    });
    addEventListener('resize', () => chart.resize());
    picture.dataset.drawn = 'yes';
  });
